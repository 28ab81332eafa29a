import FrenchText
import Testing

@Suite struct RunTests {
  @Test(arguments: [
    ("S3 EC2 t2", "s3/0$ ec2/1$! t2/2$"),
    ("t3.micro", "t3.micro/0+2$ t3/0$ micro/1"),
    ("db.t3.micro", "db.t3.micro/0+3$ db/0 t3/1$ micro/2"),
    ("m5.2xlarge", "m5.2xlarge/0+2$ m5/0$ 2xlarge/1$"),
    ("eu-west-1a.", "eu-west-1a/0+3$ eu/0 west/1 1a/2$"),
    ("us‑east‑1", "us-east-1/0+3$ us/0 east/1 1/2#"),
    ("TLSv1.2", "tlsv1.2/0+2$ tlsv1/0$ 2/1#"),
    ("user_data", "user_data/0+2$ user/0 data/1"),
    ("x86_64", "x86_64/0+2$ x86/0$ 64/1#"),
    ("_italique_ __gras__", "italique/0 gras/1"),
    ("s3:GetObject", "s3:getobject/0+3$ s3/0$ get/1 object/2"),
    ("iam:PassRole", "iam:passrole/0+3$ iam/0 pass/1 role/2"),
    ("arn:aws:s3:::seau", "arn:aws:s3:::seau/0+4$ arn/0 aws/1 s3/2$ seau/3"),
    (
      "arn:aws:iam::12:user/eve",
      "arn:aws:iam::12:user/eve/0+6$ arn/0 aws/1 iam/2 12/3# user/4 eve/5"
    ),
    ("c++ C# a+b", "c++/0$ c#/1$ a/2 b/3"),
    ("moi@exemple.fr", "moi@exemple.fr/0+3$ moi/0 exemple/1 fr/2"),
    ("fin. Début", "fin/0 début/1"),
    ("note: oui/non", "note/0 oui/1 non/2"),
    ("et/ou client/serveur S3/EBS", "et/0 ou/1 client/2 serveur/3 s3/4$ ebs/5!"),
    ("24/7", "24/7/0+2$ 24/0# 7/1#"),
  ])
  func keepsCodesWholeAndGivesTheirParts(text: String, expected: String) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    ("10.0.0.1", "10.0.0.1/0$"),
    ("10.0.0.0/16 suit", "10.0.0.0/16/0$ 10.0.0.0/0$ suit/1"),
    ("0.0.0.0/0,", "0.0.0.0/0/0$ 0.0.0.0/0$"),
    ("10.0.0.1:8080", "10.0.0.1:8080/0+2$ 10.0.0.1/0$ 8080/1#"),
    ("::/0 ::1", "::/0/0$ ::1/1$"),
    ("2001:db8::/32", "2001:db8::/32/0+3$ 2001/0# db8/1$ 32/2#"),
    ("fe80::1", "fe80::1/0+2$ fe80/0$ 1/1#"),
    ("99,9 99.99", "99,9/0# 99.99/1#"),
    ("1.2.3", "1.2.3/0#"),
    ("1 000", "1/0# 000/1#"),
    ("22,80,443", "22/0# 80/1# 443/2#"),
    ("12:30", "12:30/0+2$ 12/0# 30/1#"),
    ("1024-65535", "1024-65535/0+2$ 1024/0# 65535/1#"),
    ("3, 4. 5", "3/0# 4/1# 5/2#"),
    ("v1.2.3", "v1.2.3/0+3$ v1/0$ 2/1# 3/2#"),
  ])
  func keepsAddressesAndDecimalNumbersWhole(text: String, expected: String) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    ("https://hote.exemple.fr/chemin/a-b_c?x=1", "https hote exemple fr chemin a b c x 1"),
    (
      "(http://10.0.0.1:80/UserGuide) us-east-1",
      "http 10.0.0.1 80 userguide user guide us-east-1 us east 1"
    ),
    ("a://b://c", "a b c"),
  ])
  func givesTheWordsOfAddressesOfPages(text: String, expected: String) {
    #expect(forms(text).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("pare-feu", "parefeu/0+2& pare/0 feu/1"),
    ("Multi-AZ", "multiaz/0+2& multi/0 az/1!"),
    ("clé-valeur.", "clévaleur/0+2& clé/0 valeur/1"),
    ("mise-à-jour ici", "miseàjour/0+3& mise/0 à/1 jour/2 ici/3"),
    ("CI-CD", "cicd/0+2&! ci/0! cd/1!"),
    ("est-ce a-t-il celui-là", "est/0 ce/1 a/2 t/3 il/4 celui/5 là/6"),
    ("-option --force fin-", "option/0 force/1 fin/2"),
    ("double--tiret", "double/0 tiret/1"),
    ("Auto-ScalingGroup", "autoscalinggroup/0+3& auto/0 scaling/1 group/2"),
  ])
  func joinsHyphenatedWordsIntoACompound(text: String, expected: String) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    ("CloudWatch", "cloudwatch/0+2& cloud/0 watch/1"),
    ("DynamoDB", "dynamodb/0+2& dynamo/0 db/1!"),
    ("AWSLambda", "awslambda/0+2& aws/0! lambda/1"),
    ("MySQL OpenSearch", "mysql/0+2& my/0 sql/1! opensearch/2+2& open/2 search/3"),
    ("PostgreSQL", "postgresql/0+2& postgre/0 sql/1!"),
    ("ÉtatInitial", "étatinitial/0+2& état/0 initial/1"),
    ("S3Bucket", "s3bucket/0+2& s3/0$ bucket/1"),
    ("Route53Resolver", "route53resolver/0+2& route53/0$ resolver/1"),
    ("AMIsPubliques", "amispubliques/0+2& amis/0 publiques/1"),
    ("getObjectTagging", "getobjecttagging/0+3& get/0 object/1 tagging/2"),
    ("IPv4 IPv6", "ipv4/0$ ipv6/1$"),
    ("iPhone eBPF OAuth VMware", "iphone/0 ebpf/1 oauth/2 vmware/3"),
    ("VPCs AMIs ACLs", "vpcs/0 amis/1 acls/2"),
    ("SaaS PaaS GiB", "saas/0 paas/1 gib/2"),
  ])
  func splitsWordsAtTheirCapitals(text: String, expected: String) {
    #expect(described(text) == expected)
  }

  @Test(arguments: [
    ("pare-feu", "pare feu", "parefeu"), ("CloudWatch", "cloud watch", "cloudwatch"),
    ("Cloud-Watch", "Cloud Watch", "cloudwatch"),
  ])
  func compoundsMeetTheirOtherSpellings(joined: String, apart: String, closed: String) {
    #expect(Set(forms(joined)).isSuperset(of: forms(apart)))
    #expect(forms(joined).first == closed)
  }
}
