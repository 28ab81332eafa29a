# The commands of this project; `make help` lists them.

PREFIX ?= /usr/local
SWIFT ?= swift
# A program without shared libraries starts in half the time, and runs on any Linux.
CONFIG = --configuration release --static-swift-stdlib -Xswiftc -static-executable \
	-Xswiftc -use-ld=lld
SOURCES = Package.swift Sources Tests Benchmarks
# What the program links, and what makes core.wasm smaller; what only the tests compare with.
PACKAGES = binaryen libcmark-dev libyaml-dev libsqlite3-dev libmicrohttpd-dev pkg-config
TEST_PACKAGES = libstemmer-dev libzip-dev wfrench golang-github-yuin-goldmark-dev nodejs rsync
UNDECLARED = --explicit-target-dependency-import-check error

.PHONY: help deps deps-test build demo test lint format check-imports bench benchmark install \
	uninstall clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

deps: ## install the Debian packages that the program needs
	@./.ci/install-packages $(PACKAGES)

deps-test: ## install what the tests need besides
	@./.ci/install-packages $(PACKAGES) $(TEST_PACKAGES)

build: deps ## build the program: .build/release/awsnotes
	$(SWIFT) build $(CONFIG) --product awsnotes

demo: build ## search the notes in Content/ for NAT
	.build/release/awsnotes search "NAT"

test: deps-test ## run the tests
	$(SWIFT) test --disable-xctest

lint: ## check the layout of the sources
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format: ## lay the sources out
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

check-imports: deps ## refuse imports that Package.swift does not declare
	$(SWIFT) build $(UNDECLARED)

bench: build ## compare a search with rg on the same notes (needs hyperfine and ripgrep)
	./Benchmarks/search-against-rg

benchmark: deps ## build what measures indexing and searching: .build/release/benchmark
	$(SWIFT) build $(CONFIG) --product benchmark

install: build ## install under PREFIX (/usr/local)
	install -D -m 755 .build/release/awsnotes $(DESTDIR)$(PREFIX)/bin/awsnotes

uninstall: ## remove what install put under PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/awsnotes

clean: ## remove what was built
	rm -rf .build
