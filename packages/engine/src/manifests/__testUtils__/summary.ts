import { parseManifests } from '../parseManifests';

export function parse(text: string, path = 'a.yaml') {
  return parseManifests({ path, text });
}

export function map(name: string, extra = ''): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n${extra}`;
}

export function summary(text: string, path?: string) {
  const { manifests, problems, reading } = parse(text, path);
  return {
    names: manifests.map(m => m.name),
    codes: problems.map(p => `${p.code}:${p.line}`),
    reading: reading.state,
  };
}
