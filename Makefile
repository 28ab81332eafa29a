# The commands of this project; `make help` lists them.

PREFIX ?= /usr/local
SWIFT ?= swift
# A program without shared libraries starts in half the time, and runs on any Linux.
CONFIG = --configuration release --static-swift-stdlib -Xswiftc -static-executable \
	-Xswiftc -use-ld=lld
SOURCES = Package.swift Sources Tests Benchmarks Fuzz
# What the program links, and what makes search.wasm and quiz.wasm smaller; what only the tests compare with.
PACKAGES = binaryen libcmark-dev libyaml-dev libsqlite3-dev libmicrohttpd-dev pkg-config
TEST_PACKAGES = libstemmer-dev libzip-dev wfrench golang-github-yuin-goldmark-dev nodejs rsync
# What tests skip where it is missing, but never in CI.
CI_PACKAGES = chromium fish git groff-base man-db mandoc zsh
# What packages are checked and tried with, and completions and manual pages in the tests that find them.
PACKAGING_PACKAGES = debootstrap lintian mandoc groff-base man-db bash zsh fish
# Where archives and packages are made, and who answers for a package: NAME <ADDRESS>.
OUTPUT ?= .build/packages
export MAINTAINER
UNDECLARED = --explicit-target-dependency-import-check error

.PHONY: help deps deps-test deps-packaging deps-torture build demo test torture fuzz sanitize worst-cases lint format \
	check-imports bench benchmark growing stage install uninstall dist deb try-package clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

deps: ## install the Debian packages that the program needs
	@./.ci/install-packages $(PACKAGES)

deps-test: ## install what the tests need besides
	@./.ci/install-packages $(PACKAGES) $(TEST_PACKAGES) $(if $(CI),$(CI_PACKAGES))

deps-packaging: ## install what packages are checked with
	@./.ci/install-packages $(PACKAGING_PACKAGES)

build: deps ## build the program: .build/release/awsnotes
	$(SWIFT) build $(CONFIG) --product awsnotes

demo: build ## search the notes in Content/ for NAT
	.build/release/awsnotes search "NAT"

test: deps-test ## run the tests
	$(SWIFT) test --disable-xctest

fuzz: deps ## look for inputs that break it: TARGET=note SECONDS=600
	SWIFT="$(SWIFT)" ./Fuzz/run $(or $(TARGET),all) $(or $(SECONDS),600)

sanitize: deps-test ## tests under AddressSanitizer and ThreadSanitizer, commands under valgrind
	@./.ci/install-packages valgrind
	SWIFT="$(SWIFT)" ./Tests/sanitize

worst-cases: build ## time it on what was made to overwhelm it
	./Benchmarks/worst-cases

lint: ## check the layout of the sources
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format: ## lay the sources out
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

deps-torture:
	@./.ci/install-packages git rsync wrk

torture: build benchmark deps-torture ## kill the program 200 times in each of its works, 400 in its log, and take away what it needs (root)
	Tests/torture-log
	Tests/torture-program
	Tests/torture-faults
	Tests/torture-serve

check-imports: deps ## refuse imports that Package.swift does not declare
	$(SWIFT) build $(UNDECLARED)

bench: build ## compare a search with rg on the same notes (needs hyperfine and ripgrep)
	./Benchmarks/search-against-rg

benchmark: deps ## build what measures indexing and searching: .build/release/benchmark
	$(SWIFT) build $(CONFIG) --product benchmark

growing: build ## measure what 1,000 and 10,000 notes cost, the site too
	Benchmarks/growing --site

stage: build
	rm -rf .build/stage
	Packaging/stage .build/release/awsnotes .build/stage
	install -m 755 Packaging/install .build/stage/install

install: stage ## install under PREFIX (/usr/local), below DESTDIR
	DESTDIR="$(DESTDIR)" .build/stage/install "$(PREFIX)"

uninstall: ## remove what install put under PREFIX
	DESTDIR="$(DESTDIR)" Packaging/install --uninstall "$(PREFIX)"

dist: build ## make an archive that runs on any Linux, in OUTPUT (.build/packages)
	Packaging/dist .build/release/awsnotes "$(OUTPUT)"

deb: build ## make a Debian package, in OUTPUT
	Packaging/deb .build/release/awsnotes "$(OUTPUT)"

try-package: deps-packaging dist deb ## check package and archive, and use them in a clean Debian 12 (root)
	lintian --fail-on error,warning "$(OUTPUT)"/awsnotes_*.deb
	Packaging/try-package "$(OUTPUT)"/awsnotes_*.deb "$(OUTPUT)"/awsnotes-*.tar.gz

clean: ## remove what was built
	rm -rf .build
