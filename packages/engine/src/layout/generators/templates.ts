import { isList, isObject, Json } from '../../fields';
import { GoMap, GoTemplates, TemplateError, trimSpace } from '../goTemplate';

/** Where there is no such line, Argo CD does not look for placeholders. */
const TEMPLATED = /\{\{[^\n]*\}\}/;

/**
 * The default templating of ApplicationSets: `{{ key }}` by a parameter that
 * is text; a tag that nothing fills is written back as it was.
 */
function fastTemplate(text: string, { entries }: GoMap): string {
  if (!TEMPLATED.test(text)) return text;
  let filled = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    if (open < 0) return filled + text.slice(at);
    const close = text.indexOf('}}', open + 2);
    if (close < 0) throw new TemplateError('a {{ has no }}');
    const tag = text.slice(open + 2, close);
    const name = trimSpace(tag);
    const value = name === '' ? undefined : entries.get(name);
    filled += text.slice(at, open);
    filled += typeof value === 'string' ? value : `{{${tag}}}`;
    at = close + 2;
  }
}

/** What Argo CD takes for a parameter that is not there (yet). */
const MISSING = /map has no entry for key|can't evaluate field/;

/** Generators whose `values` may use parameters of their own. */
const WITH_VALUES: ReadonlySet<string> = new Set([
  'clusters',
  'git',
  'scmProvider',
  'clusterDecisionResource',
  'pullRequest',
  'plugin',
  'oci',
]);

/** Fills the placeholders of one ApplicationSet in its mode. */
export class ParameterTemplates {
  readonly #go?: GoTemplates;
  /** Resolves values early: what is missing must show. */
  readonly #strict?: GoTemplates;

  constructor(goTemplate: boolean, options: readonly string[]) {
    if (!goTemplate) return;
    const others = options.filter(option => !option.startsWith('missingkey='));
    this.#go = new GoTemplates(options);
    this.#strict = new GoTemplates([...others, 'missingkey=error']);
  }

  text(text: string, parameters: GoMap): string {
    return this.#go
      ? this.#go.render(text, parameters)
      : fastTemplate(text, parameters);
  }

  /** Every text of a value, keys of mappings included. */
  value(value: Json, parameters: GoMap): Json {
    if (typeof value === 'string') return this.text(value, parameters);
    if (isList(value)) return value.map(item => this.value(item, parameters));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [
          this.text(key, parameters),
          this.value(item, parameters),
        ]),
    );
  }

  /**
   * A generator with the parameters of an enclosing matrix. A value that asks
   * for more than these is left for the generator's own parameters.
   */
  generator(written: Json, parameters: GoMap): Json {
    // Wrong options show even where there is no text to fill.
    this.text('', parameters);
    if (isList(written)) {
      return written.map(item => this.generator(item, parameters));
    }
    if (!isObject(written)) return this.value(written, parameters);
    return Object.fromEntries(
      Object.entries(written).map(([type, spec]) => [
        type,
        this.#spec(type, spec, parameters),
      ]),
    );
  }

  #spec(type: string, spec: Json, parameters: GoMap): Json {
    if (!isObject(spec)) return this.value(spec, parameters);
    const nested = type === 'matrix' || type === 'merge';
    const early = WITH_VALUES.has(type);
    // A nested combination has no template of its own in Argo CD.
    const fields = Object.entries(spec).filter(
      ([key]) => !nested || key !== 'template',
    );
    return Object.fromEntries(
      fields.map(([key, item]) => {
        if (early && key === 'values') {
          return [key, this.#values(item, parameters)];
        }
        return nested && key === 'generators'
          ? [key, this.generator(item, parameters)]
          : [key, this.value(item, parameters)];
      }),
    );
  }

  #values(values: Json, parameters: GoMap): Json {
    if (!isObject(values)) return values;
    return Object.fromEntries(
      Object.entries(values).map(([key, item]) => [
        key,
        typeof item === 'string' ? this.#early(item, parameters) : item,
      ]),
    );
  }

  #early(text: string, parameters: GoMap): string {
    try {
      return this.#strict
        ? this.#strict.render(text, parameters)
        : fastTemplate(text, parameters);
    } catch (error) {
      const missing =
        error instanceof TemplateError && MISSING.test(error.message);
      if (missing && this.#strict) return text;
      throw error;
    }
  }
}
