import { TemplateError } from './errors';
import { fixed, Functions } from './functions';
import { GoMap, typeName, Value } from './values';

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TemplateError(`unable to parse url: ${text}`);
  }
}

/** The parts of a URL under the names that sprig gives them. */
function parse(written: string): GoMap {
  const parts = { scheme: '', opaque: '', userinfo: '', host: '', query: '' };
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(written)) {
    throw new TemplateError('unable to parse url: invalid control character');
  }
  const hash = written.indexOf('#');
  let rest = hash < 0 ? written : written.slice(0, hash);
  const fragment = hash < 0 ? '' : unescaped(written.slice(hash + 1));
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(rest);
  if (scheme) {
    parts.scheme = scheme[1].toLowerCase();
    rest = rest.slice(scheme[0].length);
  } else if (rest.startsWith(':')) {
    throw new TemplateError('unable to parse url: missing protocol scheme');
  }
  const mark = rest.indexOf('?');
  if (mark >= 0) {
    parts.query = rest.slice(mark + 1);
    rest = rest.slice(0, mark);
  }
  if (!rest.startsWith('/')) {
    if (parts.scheme) {
      parts.opaque = rest;
      rest = '';
    } else if (/^[^/]*:/.test(rest)) {
      throw new TemplateError('unable to parse url: a colon comes first');
    }
  }
  if (rest.startsWith('//') && (parts.scheme || !rest.startsWith('///'))) {
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    rest = slash < 0 ? '' : rest.slice(slash);
    const at = authority.lastIndexOf('@');
    parts.userinfo = at < 0 ? '' : authority.slice(0, at);
    parts.host = unescaped(authority.slice(at + 1));
    if (/:(?!\d*$)/.test(parts.host.replace(/^\[.*\]/, ''))) {
      throw new TemplateError('unable to parse url: invalid port');
    }
  }
  const hostname = parts.host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  const all = { ...parts, hostname, path: unescaped(rest), fragment };
  return new GoMap(new Map(Object.entries(all)));
}

function textOf(map: GoMap, key: string): string {
  const value: Value = map.entries.get(key);
  if (!map.entries.has(key)) return '';
  if (typeof value === 'string') return value;
  throw new TemplateError(
    `unable to parse ${key} key, must be of type string, but ${typeName(
      value,
    )} found`,
  );
}

function escapedPath(path: string): string {
  return encodeURIComponent(path)
    .replace(/%(2F|40|3A|24|26|2B|2C|3B|3D)/g, decodeURIComponent)
    .replace(/[!'()*]/g, char =>
      char === '*' ? char : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
}

function join(map: GoMap): string {
  const part = (key: string) => textOf(map, key);
  const [scheme, opaque, userinfo, host] = [
    part('scheme'),
    part('opaque'),
    part('userinfo'),
    part('host'),
  ];
  let url = scheme && `${scheme}:`;
  if (opaque) url += opaque;
  else {
    const path = escapedPath(part('path'));
    if (scheme || host || userinfo) {
      if (host || path || userinfo) {
        if (host || userinfo) url += '//';
        url += userinfo && `${userinfo}@`;
        url += host;
      }
    }
    if (path && !path.startsWith('/') && host) url += '/';
    url += path;
  }
  const [query, fragment] = [part('query'), part('fragment')];
  if (query) url += `?${query}`;
  return fragment ? `${url}#${escapedPath(fragment)}` : url;
}

/** sprig's functions for URLs. */
export const URLS: Functions = {
  urlJoin: fixed(['map'], join),
  urlParse: fixed(['string'], parse),
};
