import { Template } from './ast';
import { BUILTINS } from './builtins';
import { TemplateError, UnsupportedTemplate } from './errors';
import { Executor } from './execute';
import { MissingKey } from './fieldOf';
import { fixed, Functions } from './functions';
import { parseTemplate } from './parser';
import { EXPRESSIONS } from './regex';
import { DURATIONS } from './durations';
import { DICTS } from './sprigDicts';
import { ENCODING } from './sprigEncoding';
import { LISTS } from './sprigLists';
import { NUMBERS } from './sprigNumbers';
import { STRINGS } from './sprigStrings';
import { VALUES } from './sprigValues';
import { URLS } from './urls';
import { Value } from './values';

/** sprig has a `slice` of its own, which stands for the one of Go. */
const FUNCTIONS: Functions = {
  ...BUILTINS,
  ...DICTS,
  ...DURATIONS,
  ...ENCODING,
  ...EXPRESSIONS,
  ...LISTS,
  ...NUMBERS,
  ...STRINGS,
  ...URLS,
  ...VALUES,
};

/** Functions of sprig that Argo CD has and this engine has not, and why. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map(
  [
    [
      'gives another answer each time',
      'bcrypt encryptAES htpasswd randAlpha randAlphaNum randAscii randBytes ' +
        'randInt randNumeric shuffle uuidv4',
    ],
    [
      'makes or needs keys',
      'buildCustomCert decryptAES derivePassword genCA genCAWithKey ' +
        'genPrivateKey genSelfSignedCert genSelfSignedCertWithKey ' +
        'genSignedCert genSignedCertWithKey',
    ],
    [
      "depends on the server's clock and time zone",
      'ago date dateInZone dateModify date_in_zone date_modify htmlDate ' +
        'htmlDateInZone mustDateModify mustToDate must_date_modify now ' +
        'toDate unixEpoch',
    ],
  ].flatMap(([reason, names]) =>
    names.split(' ').map(name => [name, reason] as const),
  ),
);

/** How deep `tpl` may stand in what `tpl` renders. */
const MAX_TPL_DEPTH = 3;

/** The name under which Argo CD parses a template, so that it may include itself. */
const NAME = 'base';

function isFunction(name: string): boolean {
  const reason = UNSUPPORTED.get(name);
  if (reason !== undefined) {
    throw new UnsupportedTemplate(
      `the function ${name} is not evaluated here, as it ${reason}`,
    );
  }
  return (
    name === 'and' ||
    name === 'or' ||
    name === 'tpl' ||
    Object.hasOwn(FUNCTIONS, name)
  );
}

function missingKey(options: readonly string[]): MissingKey {
  let mode: MissingKey = 'default';
  for (const option of options) {
    switch (option) {
      case 'missingkey=default':
      case 'missingkey=invalid':
        mode = 'default';
        break;
      case 'missingkey=zero':
        mode = 'zero';
        break;
      case 'missingkey=error':
        mode = 'error';
        break;
      default:
        throw new TemplateError(`unrecognized option: ${option}`);
    }
  }
  return mode;
}

/** Enough for the texts of any set; what is filled first is kept no longer. */
const MAX_PARSED = 2000;

/** Renders Go templates, each text parsed once. */
export class GoTemplates {
  readonly #parsed = new Map<string, Template>();
  readonly #options: readonly string[];

  /** @param options - as `goTemplateOptions`; read when something is rendered */
  constructor(options: readonly string[]) {
    this.#options = options;
  }

  /**
   * Fills a template. Throws {@link TemplateError} where Go would fail and
   * {@link UnsupportedTemplate} where the answer is not known here.
   */
  render(text: string, data: Value): string {
    const missing = missingKey(this.#options);
    if (!text.includes('{{')) return text;
    const template = this.#parse(text);
    let depth = 0;
    const functions: Functions = {
      ...FUNCTIONS,
      tpl: fixed(['string', 'any'], (inner, values) => {
        if (depth >= MAX_TPL_DEPTH) {
          throw new TemplateError('maximum recursion depth exceeded in tpl');
        }
        depth++;
        try {
          const parsed = this.#parse(inner);
          const defined = new Map([...template.defined, ...parsed.defined]);
          const own = { body: parsed.body, defined };
          const execution = { functions, missingKey: missing, name: NAME };
          const filled = new Executor(own, execution, values).run();
          return filled.replaceAll('<no value>', '');
        } finally {
          depth--;
        }
      }),
    };
    const execution = { functions, missingKey: missing, name: NAME };
    return new Executor(template, execution, data).run();
  }

  #parse(text: string): Template {
    const known = this.#parsed.get(text);
    if (known) return known;
    const parsed = parseTemplate(text, isFunction);
    if (this.#parsed.size >= MAX_PARSED) this.#parsed.clear();
    this.#parsed.set(text, parsed);
    return parsed;
  }
}
