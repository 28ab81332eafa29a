import Highlighting
import Testing

@Suite struct CommandTests {
  @Test(
    arguments: [
      ("aws s3 ls --region eu-west-3", "⟨na:aws⟩ s3 ls ⟨op:--region⟩ eu-west-3"),
      ("aws x --a=b --c 'd e'", "⟨na:aws⟩ x ⟨op:--a⟩=b ⟨op:--c⟩ ⟨st:'d e'⟩"),
      ("sudo apt install -y nginx", "⟨na:sudo⟩ ⟨na:apt⟩ install ⟨op:-y⟩ nginx"),
      ("sudo -u www-data php -v", "⟨na:sudo⟩ ⟨op:-u⟩ www-data ⟨na:php⟩ ⟨op:-v⟩"),
      ("A=1 b # c", "⟨va:A⟩=1 ⟨na:b⟩ ⟨co:# c⟩"),
      ("export A=\"$B\"", "⟨na:export⟩ ⟨va:A⟩=⟨st:\"⟩⟨va:$B⟩⟨st:\"⟩"),
      ("echo a#b", "⟨na:echo⟩ a#b"),
      ("ls | wc -l && x", "⟨na:ls⟩ | ⟨na:wc⟩ ⟨op:-l⟩ && ⟨na:x⟩"),
      ("x > y 2>&1 z", "⟨na:x⟩ > y 2>&1 z"),
      ("id=$(aws x \"$y\") z", "⟨va:id⟩=$(⟨na:aws⟩ x ⟨st:\"⟩⟨va:$y⟩⟨st:\"⟩) z"),
      ("echo \"a $(b -c) d\"", "⟨na:echo⟩ ⟨st:\"a ⟩$(⟨na:b⟩ ⟨op:-c⟩)⟨st: d\"⟩"),
      (
        "for i in 1 2; do x; done",
        "⟨ke:for⟩ ⟨va:i⟩ ⟨ke:in⟩ ⟨nu:1⟩ ⟨nu:2⟩; ⟨ke:do⟩ ⟨na:x⟩; ⟨ke:done⟩"
      ),
      ("if [ -f x ]; then y; fi", "⟨ke:if⟩ ⟨na:[⟩ ⟨op:-f⟩ x ]; ⟨ke:then⟩ ⟨na:y⟩; ⟨ke:fi⟩"),
      ("echo ${a:-b} $1 $? it's", "⟨na:echo⟩ ⟨va:${a:-b}⟩ ⟨va:$1⟩ ⟨va:$?⟩ it⟨st:'s⟩"),
      ("echo $((a + 1)) b", "⟨na:echo⟩ $((⟨va:a⟩ + ⟨nu:1⟩)) b"),
      ("case $x in\n a) b ;;\nesac", "⟨ke:case⟩ ⟨va:$x⟩ ⟨ke:in⟩\n a) ⟨na:b⟩ ;;\n⟨ke:esac⟩"),
      ("aws x \\\n  --y z", "⟨na:aws⟩ x \\\n  ⟨op:--y⟩ z"),
      ("ssh -i k.pem ec2-user@$IP", "⟨na:ssh⟩ ⟨op:-i⟩ k.pem ec2-user@⟨va:$IP⟩"),
      ("a=(b c)\nd", "⟨va:a⟩=(b c)\n⟨na:d⟩"),
      ("grep in x", "⟨na:grep⟩ in x"),
    ])
  func coloursBash(_ code: String, _ expected: String) {
    #expect(marked(code, .bash) == expected)
  }

  @Test(
    arguments: [
      ("cat <<EOF > f\na $b\nEOF\nls", "⟨na:cat⟩ <<⟨st:EOF⟩ > f\n⟨st:a $b\nEOF⟩\n⟨na:ls⟩"),
      ("cat <<-'X'\n\ta\n\tX\nls", "⟨na:cat⟩ <<-⟨st:'X'⟩\n⟨st:\ta\n\tX⟩\n⟨na:ls⟩"),
      ("cat <<A <<B\na\nA\nb\nB\nc", "⟨na:cat⟩ <<⟨st:A⟩ <<⟨st:B⟩\n⟨st:a\nA\nb\nB⟩\n⟨na:c⟩"),
      ("cat <<EOF\na", "⟨na:cat⟩ <<⟨st:EOF⟩\n⟨st:a⟩"),
      ("cat <<< x\ny", "⟨na:cat⟩ <<< x\n⟨na:y⟩"),
      ("ssh <<nom>>\ny", "⟨na:ssh⟩ <<nom>>\n⟨na:y⟩"),
    ])
  func takesHereDocumentsToTheirEnd(_ code: String, _ expected: String) {
    #expect(marked(code, .bash) == expected)
  }

  @Test(
    arguments: [
      ("$ ls -l\na.txt", "⟨pr:$⟩ ⟨na:ls⟩ ⟨op:-l⟩\n⟨ou:a.txt⟩"),
      ("$ a \\\n  -b\nc", "⟨pr:$⟩ ⟨na:a⟩ \\\n  ⟨op:-b⟩\n⟨ou:c⟩"),
      ("[root@ip ~]# id\nuid=0", "⟨pr:[root@ip ~]#⟩ ⟨na:id⟩\n⟨ou:uid=0⟩"),
      ("# id\nuid=0", "⟨pr:#⟩ ⟨na:id⟩\n⟨ou:uid=0⟩"),
      ("# a remark\n$ id", "⟨co:# a remark⟩\n⟨pr:$⟩ ⟨na:id⟩"),
      ("docker run -it", "⟨na:docker⟩ run ⟨op:-it⟩"),
      ("$ echo 'a\nb", "⟨pr:$⟩ ⟨na:echo⟩ ⟨st:'a⟩\n⟨ou:b⟩"),
    ])
  func tellsPromptsFromOutputInAConsole(_ code: String, _ expected: String) {
    #expect(marked(code, .console) == expected)
  }

  @Test func readsBashThatBeginsWithAPromptAsAConsole() {
    #expect(marked("$ ls\na", .bash) == "⟨pr:$⟩ ⟨na:ls⟩\n⟨ou:a⟩")
    #expect(marked("[vps ~]$ ls\na", .bash) == "⟨pr:[vps ~]$⟩ ⟨na:ls⟩\n⟨ou:a⟩")
    #expect(marked("ls\na", .bash) == "⟨na:ls⟩\n⟨na:a⟩")
  }

  @Test(
    arguments: [
      ("FROM nginx:1.27 # x", "⟨ke:FROM⟩ nginx:1.27 ⟨co:# x⟩"),
      (
        "RUN apt-get update \\\n && apt-get install -y x\nUSER 1000",
        "⟨ke:RUN⟩ ⟨na:apt-get⟩ update \\\n && ⟨na:apt-get⟩ install ⟨op:-y⟩ x\n⟨ke:USER⟩ ⟨nu:1000⟩"
      ),
      ("ENV A=b\nCMD [\"a\"]", "⟨ke:ENV⟩ ⟨va:A⟩=b\n⟨ke:CMD⟩ [⟨st:\"a\"⟩]"),
      ("COPY --from=x a b", "⟨ke:COPY⟩ ⟨op:--from⟩=x a b"),
    ])
  func coloursDockerfiles(_ code: String, _ expected: String) {
    #expect(marked(code, .dockerfile) == expected)
  }
}
