import { isList, isObject, Json, JsonObject } from '../../fields';
import { GoTemplates, TemplateError } from '../goTemplate';

const TEMPLATED = /\{\{.*\}\}/;

/**
 * The default templating of ApplicationSets: `{{ key }}` by a parameter that
 * is text; a tag that nothing fills is written back as it was.
 */
function fastTemplate(text: string, parameters: JsonObject): string {
  if (!TEMPLATED.test(text)) return text;
  let filled = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    if (open < 0) return filled + text.slice(at);
    const close = text.indexOf('}}', open + 2);
    if (close < 0) throw new TemplateError('a {{ has no }}');
    const tag = text.slice(open + 2, close);
    const name = tag.trim();
    const value =
      name !== '' && Object.hasOwn(parameters, name)
        ? parameters[name]
        : undefined;
    filled += text.slice(at, open);
    filled += typeof value === 'string' ? value : `{{${tag}}}`;
    at = close + 2;
  }
}

/** Fills the placeholders of one ApplicationSet in its mode. */
export class ParameterTemplates {
  readonly #go?: GoTemplates;

  constructor(goTemplate: boolean, options: readonly string[]) {
    if (goTemplate) this.#go = new GoTemplates(options);
  }

  text(text: string, parameters: JsonObject): string {
    return this.#go
      ? this.#go.render(text, parameters)
      : fastTemplate(text, parameters);
  }

  /** Every text of a value, keys of mappings included. */
  value(value: Json, parameters: JsonObject): Json {
    if (typeof value === 'string') return this.text(value, parameters);
    if (isList(value)) return value.map(item => this.value(item, parameters));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        this.text(key, parameters),
        this.value(item, parameters),
      ]),
    );
  }
}
