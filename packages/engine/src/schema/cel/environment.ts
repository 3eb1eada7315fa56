import { Environment } from '@marcbachmann/cel-js';
import { addLists } from './lists';
import { addQuantities } from './quantities';
import { addTexts } from './texts';

/** Words that CEL keeps for itself, so that a field needs another name. */
const RESERVED =
  /^(?:true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)$/;

const MARKS: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/**
 * The name of a field in a rule; undefined if it cannot be one.
 *
 * Source: the documentation of x-kubernetes-validations in
 * k8s.io/apiextensions-apiserver.
 */
export function fieldName(key: string): string | undefined {
  if (RESERVED.test(key)) return `__${key}__`;
  const name = key.replace(/__|[./-]/g, mark => MARKS[mark]);
  return /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
}

/** CEL with what Kubernetes adds to it for rules of definitions. */
export function kubernetesCel(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  addTexts(environment);
  addLists(environment);
  addQuantities(environment);
  return environment;
}
