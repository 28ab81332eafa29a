import Highlighting
import Testing

@Suite struct ProgramTests {
  @Test(
    arguments: [
      (
        "resource \"aws_vpc\" \"a\" {\n  cidr = var.cidr\n}",
        "⟨ke:resource⟩ ⟨st:\"aws_vpc\"⟩ ⟨st:\"a\"⟩ {\n  ⟨na:cidr⟩ = ⟨va:var.cidr⟩\n}"
      ),
      ("  ingress {\n    p = 80 # x\n  }", "  ⟨ke:ingress⟩ {\n    ⟨na:p⟩ = ⟨nu:80⟩ ⟨co:# x⟩\n  }"),
      ("n = \"a-${lower(\"B\")}-c\"", "⟨na:n⟩ = ⟨st:\"a-⟩⟨va:${lower(\"B\")}⟩⟨st:-c\"⟩"),
      (
        "a = [for x in var.y : upper(x) if true]",
        "⟨na:a⟩ = [⟨ke:for⟩ x ⟨ke:in⟩ ⟨va:var.y⟩ : ⟨na:upper⟩(x) ⟨ke:if⟩ ⟨ke:true⟩]"
      ),
      (
        "a = <<-EOF\n  x = 1\n  EOF\nb = 2",
        "⟨na:a⟩ = <<-⟨st:EOF⟩\n⟨st:  x = 1\n  EOF⟩\n⟨na:b⟩ = ⟨nu:2⟩"
      ),
      ("a = \"b\nc = 1 // d", "⟨na:a⟩ = ⟨st:\"b⟩\n⟨na:c⟩ = ⟨nu:1⟩ ⟨co:// d⟩"),
      (
        "t = a == b ? aws_x.y.*.id : null",
        "⟨na:t⟩ = ⟨na:a⟩ == b ? ⟨va:aws_x.y.*.id⟩ : ⟨ke:null⟩"
      ),
    ])
  func coloursHCL(_ code: String, _ expected: String) {
    #expect(marked(code, .hcl) == expected)
  }

  @Test(
    arguments: [
      ("import boto3  # a", "⟨ke:import⟩ boto3  ⟨co:# a⟩"),
      (
        "def f(self, n=1):\n  return f'a{n}b'",
        "⟨ke:def⟩ ⟨na:f⟩(⟨va:self⟩, n=⟨nu:1⟩):\n  ⟨ke:return⟩ ⟨st:f'a⟩⟨va:{n}⟩⟨st:b'⟩"
      ),
      ("x = \"\"\"a\nb\"\"\" + r'\\d'", "x = ⟨st:\"\"\"a\nb\"\"\"⟩ + ⟨st:r'\\d'⟩"),
      ("@app.route('/')\nclass A: pass", "⟨na:@app.route⟩(⟨st:'/'⟩)\n⟨ke:class⟩ ⟨na:A⟩: ⟨ke:pass⟩"),
      (">>> len(\"é\")\n1", "⟨pr:>>>⟩ ⟨na:len⟩(⟨st:\"é\"⟩)\n⟨nu:1⟩"),
      ("s = 'a\nt = 1.5e3", "s = ⟨st:'a⟩\nt = ⟨nu:1.5e3⟩"),
      ("f\"{{a}} {b[0]}\"", "⟨st:f\"{{a}} ⟩⟨va:{b[0]}⟩⟨st:\"⟩"),
      ("format = é", "format = é"),
    ])
  func coloursPython(_ code: String, _ expected: String) {
    #expect(marked(code, .python) == expected)
  }

  @Test(
    arguments: [
      ("SELECT count(*) FROM t -- a", "⟨ke:SELECT⟩ ⟨na:count⟩(*) ⟨ke:FROM⟩ t ⟨co:-- a⟩"),
      (
        "insert into `a` values ('it''s', 5)",
        "⟨ke:insert⟩ ⟨ke:into⟩ ⟨na:`a`⟩ ⟨ke:values⟩ (⟨st:'it''s'⟩, ⟨nu:5⟩)"
      ),
      ("mysql> SHOW TABLES;", "⟨pr:mysql>⟩ ⟨ke:SHOW⟩ ⟨ke:TABLES⟩;"),
      (
        "base=# SELECT $1, @a, :b, c::text",
        "⟨pr:base=#⟩ ⟨ke:SELECT⟩ ⟨va:$1⟩, ⟨va:@a⟩, ⟨va::b⟩, c::text"
      ),
      ("a > b", "a > b"),
      ("/* a", "⟨co:/* a⟩"),
      ("'a\nb' c", "⟨st:'a\nb'⟩ c"),
    ])
  func coloursSQL(_ code: String, _ expected: String) {
    #expect(marked(code, .sql) == expected)
  }
}
