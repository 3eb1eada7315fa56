import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { load } from 'js-yaml';

/** What the router needs to know of the specification. */
export interface OpenApiSpec {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** Reads the specification that requests are checked against and that outsiders get. */
export async function loadOpenApi(): Promise<OpenApiSpec> {
  const file = resolvePackagePath(
    '@stagecraft/plugin-environments-backend',
    'src/schema/openapi.yaml',
  );
  return load(await readFile(file, 'utf8')) as OpenApiSpec;
}
