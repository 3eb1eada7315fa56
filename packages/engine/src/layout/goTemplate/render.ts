import { Template } from './ast';
import { BUILTINS } from './builtins';
import { TemplateError, UnsupportedTemplate } from './errors';
import { Executor, MissingKey } from './execute';
import { Functions } from './functions';
import { parseTemplate } from './parser';
import { DICTS } from './sprigDicts';
import { ENCODING } from './sprigEncoding';
import { LISTS } from './sprigLists';
import { NUMBERS } from './sprigNumbers';
import { STRINGS } from './sprigStrings';
import { Value } from './values';

const FUNCTIONS: Functions = {
  ...STRINGS,
  ...LISTS,
  ...DICTS,
  ...NUMBERS,
  ...ENCODING,
  ...BUILTINS,
};

/**
 * Functions of sprig that Argo CD has and this engine has not: most give
 * another answer each time or need keys or a clock.
 */
const UNSUPPORTED: ReadonlySet<string> = new Set(
  (
    'abbrevboth adler32sum ago bcrypt b32dec b32enc buildCustomCert call ' +
    'date dateInZone dateModify date_in_zone date_modify decryptAES ' +
    'derivePassword divf duration durationRound encryptAES genCA ' +
    'genCAWithKey genPrivateKey genSelfSignedCert genSelfSignedCertWithKey ' +
    'genSignedCert genSignedCertWithKey hello htmlDate htmlDateInZone ' +
    'htpasswd js kindIs maxf minf mulf mustAppend mustChunk mustCompact ' +
    'mustDateModify mustDeepCopy mustFirst mustHas mustInitial mustLast ' +
    'mustMerge mustMergeOverwrite mustPrepend mustPush mustRest mustReverse ' +
    'mustSlice mustToDate mustToPrettyJson mustToRawJson mustUniq ' +
    'mustWithout must_date_modify now osBase osClean osDir osExt osIsAbs ' +
    'randAlpha randAlphaNum randAscii randBytes randInt randNumeric ' +
    'regexQuoteMeta semver semverCompare sha1sum sha256sum sha512sum ' +
    'shuffle subf toDate toDecimal typeIs typeIsLike typeOf unixEpoch ' +
    'urlJoin urlParse uuidv4'
  ).split(' '),
);

function isFunction(name: string): boolean {
  if (UNSUPPORTED.has(name)) {
    throw new UnsupportedTemplate(`the function ${name} is not evaluated here`);
  }
  return name === 'and' || name === 'or' || Object.hasOwn(FUNCTIONS, name);
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

/** Renders Go templates, each text parsed once. */
export class GoTemplates {
  readonly #parsed = new Map<string, Template>();
  readonly #missingKey: MissingKey;

  /** @param options - as `goTemplateOptions` */
  constructor(options: readonly string[]) {
    this.#missingKey = missingKey(options);
  }

  /**
   * Fills a template. Throws {@link TemplateError} where Go would fail and
   * {@link UnsupportedTemplate} where the answer is not known here.
   */
  render(text: string, data: Value): string {
    if (!text.includes('{{')) return text;
    let template = this.#parsed.get(text);
    if (!template) {
      template = parseTemplate(text, isFunction);
      this.#parsed.set(text, template);
    }
    return new Executor(template, FUNCTIONS, this.#missingKey, data).run();
  }
}
