import Ajv, { ValidateFunction } from 'ajv';
import { loadOpenApi } from '../schema/loadOpenApi';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<
      string,
      { content?: { 'application/json': { schema: { $ref: string } } } }
    >
  >;
}

/** Checks answers against the specification that outsiders get. */
export class OpenApiChecks {
  readonly #operations: Array<{
    method: string;
    path: RegExp;
    operationId: string;
    validate: ValidateFunction;
  }> = [];
  readonly seen = new Set<string>();

  static async create(): Promise<OpenApiChecks> {
    const checks = new OpenApiChecks();
    const spec = await loadOpenApi();
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema(spec, 'spec');
    for (const [path, methods] of Object.entries(spec.paths)) {
      for (const [method, value] of Object.entries(methods as object)) {
        if (method === 'parameters') continue;
        const { operationId, responses } = value as Operation;
        const ref = responses['200'].content?.['application/json'].schema.$ref;
        checks.#operations.push({
          method,
          path: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
          operationId,
          validate: ajv.compile({ $ref: `spec${ref}` }),
        });
      }
    }
    return checks;
  }

  get operationIds(): string[] {
    return this.#operations.map(({ operationId }) => operationId);
  }

  /** @throws if the answer is not what the specification says */
  check(method: string, url: string, body: unknown): void {
    const path = url.split('?')[0];
    const operation = this.#operations.find(
      candidate => candidate.method === method && candidate.path.test(path),
    );
    if (!operation) throw new Error(`${method} ${path} is not specified`);
    this.seen.add(operation.operationId);
    if (!operation.validate(body)) {
      const errors = operation.validate.errors?.map(
        ({ instancePath, message }) => `${instancePath} ${message}`,
      );
      throw new Error(`${operation.operationId}: ${errors?.join('; ')}`);
    }
  }
}
