import { Json } from '../../fields';
import { TemplateError, UnsupportedTemplate } from './errors';
import { GoTemplates } from './render';
import { fromJson } from './values';

const DATA: Json = {
  env: 'dev',
  n: 3,
  big: 1000000,
  half: 0.5,
  on: true,
  none: null,
  list: ['a', 'b', 'c'],
  empty: [],
  map: { b: 2, a: 'x' },
  path: {
    path: 'apps/My_App',
    basename: 'My_App',
    segments: ['apps', 'My_App'],
  },
};

function render(text: string, options: string[] = []): string {
  return new GoTemplates(options).render(text, fromJson(DATA));
}

describe('GoTemplates', () => {
  it.each([
    ['plain', 'plain'],
    ['{{.env}}-{{ .n }}', 'dev-3'],
    ['{{.big}} {{.half}} {{.on}}', '1e+06 0.5 true'],
    ['{{.missing}}', '<no value>'],
    ['{{.missing.deeper}}', '<no value>'],
    ['{{.none}}', '<no value>'],
    ['{{.list}} {{.map}}', '[a b c] map[a:x b:2]'],
    ['{{index .path.segments 0}}', 'apps'],
    ['{{index .map "a"}}', 'x'],
    ['{{.path.basename | lower | replace "_" "-"}}', 'my-app'],
    ['{{normalize .path.basename}}', 'my-app'],
    ['a {{- " b " -}} c', 'a b c'],
    ['a{{/* note */}}b', 'ab'],
    ['a {{- /* note */ -}} b', 'ab'],
    ['{{if eq .env "dev"}}yes{{else}}no{{end}}', 'yes'],
    ['{{if .empty}}1{{else if .on}}2{{else}}3{{end}}', '2'],
    ['{{with .missing}}x{{else}}none{{end}}', 'none'],
    ['{{with .map}}{{.a}}{{$.env}}{{end}}', 'xdev'],
    ['{{range .list}}[{{.}}]{{end}}', '[a][b][c]'],
    ['{{range $i, $v := .list}}{{$i}}{{$v}}{{end}}', '0a1b2c'],
    ['{{range $k, $v := .map}}{{$k}}={{$v}};{{end}}', 'a=x;b=2;'],
    ['{{range .empty}}x{{else}}empty{{end}}', 'empty'],
    ['{{range .list}}{{if eq . "b"}}{{break}}{{end}}{{.}}{{end}}', 'a'],
    ['{{range .list}}{{if eq . "b"}}{{continue}}{{end}}{{.}}{{end}}', 'ac'],
    ['{{$x := "a"}}{{if .on}}{{$x = "b"}}{{end}}{{$x}}', 'b'],
    ['{{define "t"}}<{{.}}>{{end}}{{template "t" .env}}', '<dev>'],
    ['{{block "t" .n}}({{.}}){{end}}', '(3)'],
    ['{{(index .list 1)}}', 'b'],
    ['{{(dict "a" "b").a}}', 'b'],
    [
      '{{printf "%s-%03d-%v-%q-%t" .env 7 .half "x" true}}',
      'dev-007-0.5-"x"-true',
    ],
    ['{{printf "%d" .n}}', '%!d(float64=3)'],
    ['{{and .env .n}} {{or .missing "x"}} {{not .on}}', '3 x false'],
    ['{{or true (fail "not reached")}}', 'true'],
    ['{{len .list}} {{len "é"}}', '3 2'],
    [
      '{{eq .env "x" "dev"}} {{ne 1 2}} {{lt 1 2}} {{ge 2 2}}',
      'true true true true',
    ],
    ['{{.missing | default "d"}} {{default "d" .env}}', 'd dev'],
    ['{{ternary "a" "b" .on}}', 'a'],
    ['{{coalesce "" .missing "z"}}', 'z'],
    ['{{join "," .list}} {{first .list}} {{last .list}}', 'a,b,c a c'],
    ['{{.list | toJson}} {{toJson .map}}', '["a","b","c"] {"a":"x","b":2}'],
    ['{{toYaml .map}}', 'a: x\nb: 2'],
    ['{{(fromYaml "a: {b: c}").a.b}}', 'c'],
    ['{{range splitList "/" "a/b"}}{{.}} {{end}}', 'a b '],
    ['{{(split "-" "a-b")._1}}', 'b'],
    [
      '{{add 1 2 .n}} {{sub 5 .n}} {{div 7 2}} {{mod 7 2}} {{max 1 5 3}}',
      '6 2 3 1 5',
    ],
    [
      '{{trunc 3 "abcdef"}} {{trunc -2 "abc"}} {{trimSuffix "-x" "a-x"}}',
      'abc bc a',
    ],
    ['{{quote .env}} {{squote 1}} {{cat "a" 1}}', '"dev" \'1\' a 1'],
    ['{{b64enc "hi"}} {{b64dec "aGk="}}', 'aGk= hi'],
    ['{{regexReplaceAll "[^a-z0-9]+" "a_B c" "-"}}', 'a-c'],
    ['{{regexFind "v[0-9]+" "x-v12"}} {{regexMatch "^a" "abc"}}', 'v12 true'],
    [
      '{{slugify "Feat/Long & Name"}} {{slugify 9 true "one two three"}}',
      'feat-long-name one-two',
    ],
    ['{{hasKey .map "a"}} {{get .map "zz"}}|{{keys .map}}', 'true |[a b]'],
    ['{{merge (dict "a" 1) (dict "a" 2 "b" 3) | toJson}}', '{"a":1,"b":3}'],
    ['{{dig "a" "b" "none" (dict "a" (dict "b" "x"))}}', 'x'],
    ['{{until 3}} {{seq 1 3}}', '[0 1 2] 1 2 3'],
    [
      '{{kebabcase "FooBar baz"}} {{snakecase "FooBar"}} {{title "a b"}}',
      'foo-bar-baz foo_bar A B',
    ],
    ['{{`raw "text"`}} {{"\\u00e9\\n" | trim}}', 'raw "text" é'],
    ["{{'a'}} {{0x1F}} {{1_000}} {{-2}} {{1.5}}", '97 31 1000 -2 1.5'],
    ['{{base "a/b"}} {{dir "a/b"}} {{ext "a.yaml"}}', 'b a .yaml'],
    ['{{nindent 2 "a\\nb"}}', '\n  a\n  b'],
    ['}} stays', '}} stays'],
    ['{{semverCompare ">=1.2 <2" "v1.20"}}', 'true'],
    ['{{semverCompare "^1.2.x" "2.0.0"}}', 'false'],
    ['{{semverCompare ">1.0" "1.1.0-rc.1"}}', 'false'],
    ['{{semverCompare "1.0 - 1.5 || 3.*" "3.4"}}', 'true'],
    [
      '{{$v := semver "v1.2.3-b.1"}}{{$v.Major}}.{{$v.Minor}} {{$v}}',
      '1.2 1.2.3-b.1',
    ],
    ['{{(semver "1.2.0").Compare (semver "1.10.0")}}', '-1'],
    ['{{(urlParse "https://u@h:8/p?q#f").hostname}}', 'h'],
    ['{{urlParse "ssh://git@h/o/r.git" | urlJoin}}', 'ssh://git@h/o/r.git'],
    ['{{duration "95"}} {{durationRound "26h"}}', '1m35s 1d'],
    ['{{$d := dict}}{{$_ := set $d "k" "v"}}{{$d.k}}', 'v'],
    [
      '{{sha1sum "a" | trunc 7}} {{sha256sum "a" | trunc 7}}',
      '86f7e43 ca97811',
    ],
    ['{{sha512sum "a" | trunc 7}} {{adler32sum "a"}}', '1f40fc9 6422626'],
    ['{{b32enc "hi"}} {{b32dec "NBUQ===="}}', 'NBUQ==== hi'],
    ['{{wrap 5 "aa bb cc"}}', 'aa bb\ncc'],
    [
      '{{toYaml (dict "a" "1" "b" (list "x: y" true))}}',
      'a: "1"\nb:\n- \'x: y\'\n- true',
    ],
    [
      '{{printf "%5.1f|%-4d|%x|%v" .half 7 "hi" .list}}',
      '  0.5|7   |6869|[a b c]',
    ],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it.each([
    ['{{.a', 'unclosed action'],
    ['{{env "HOME"}}', 'function "env" not defined'],
    ['{{path.basename}}', 'function "path" not defined'],
    ['{{if .on}}', 'unclosed'],
    ['{{end}}', 'unexpected'],
    ['{{else}}', 'unexpected'],
    ['{{$x}}', 'undefined variable'],
    ['{{break}}', 'outside'],
    ['{{.env.x}}', "can't evaluate field"],
    ['{{.none.x}}', 'nil pointer'],
    ['{{lower .missing}}', 'expected string'],
    ['{{trunc .n "abc"}}', 'expected int'],
    ['{{eq .n 3}}', 'incompatible types'],
    ['{{index .list 9}}', 'out of range'],
    ['{{template "no"}}', 'not defined'],
    ['{{lower}}', 'wrong number of args'],
    ['{{.env "x"}}', 'is not a method but has arguments'],
    ['{{"a" | "b"}}', 'no command'],
    ['{{range .env}}{{end}}', "can't iterate"],
    ['{{fail "told so"}}', 'told so'],
    ['{{div 1 0}}', 'divide by zero'],
    ['{{define "t"}}{{template "t"}}{{end}}{{template "t"}}', 'too deep'],
    ['{{/* open', 'unclosed comment'],
    ['{{.a.}}', 'unexpected'],
    ['{{}}', 'missing value'],
    ['{{ "\\0d" }}', 'unknown escape'],
    ['{{ /* note */ }}', 'unexpected "/"'],
    ['{{ slice .env 0 1 }}', 'no list'],
    ['{{ repeat (add 1 1) "a" }}', 'expected int; got int64'],
    ['{{ keys .path.segments }}', 'expected map'],
  ])('%s fails', (text, message) => {
    expect(() => render(text)).toThrow(TemplateError);
    expect(() => render(text)).toThrow(message);
  });

  it.each([
    '{{now}}',
    '{{randAlpha 5}}',
    '{{range until 90000}}{{range until 90000}}x{{end}}{{end}}',
    '{{repeat 99999999 "x"}}',
    '{{regexMatch "(a+)+$" "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}}',
  ])('%s is not known here', text => {
    expect(() => render(text)).toThrow(UnsupportedTemplate);
  });

  it('obeys missingkey', () => {
    expect(() => render('{{.missing}}', ['missingkey=error'])).toThrow(
      'map has no entry for key "missing"',
    );
    expect(render('{{.missing}}', ['missingkey=zero'])).toBe('<no value>');
    expect(() => render('{{.env}}', ['missingkey=other'])).toThrow(
      'unrecognized option',
    );
  });
});
