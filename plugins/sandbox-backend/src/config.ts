import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** The settings under `sandbox`, read once at the start. */
export interface SandboxConfig {
  readonly enabled: boolean;
  readonly directory: string;
  readonly keep: boolean;
  /** The folder with the final tree of the example repository. */
  readonly example: string;
  readonly readyAfterMs: number;
  readonly port: number;
  readonly token: string;
}

const EXAMPLE = join('examples', 'infrastructure-gitops');

/** Looks for the example in a directory and in those above it. */
function findExample(from: string): string {
  for (let directory = resolve(from); ; directory = dirname(directory)) {
    const candidate = join(directory, EXAMPLE);
    if (existsSync(candidate)) return candidate;
    if (dirname(directory) === directory) {
      throw new InputError(
        `There is no ${EXAMPLE} above ${from}; set sandbox.example to the folder that the sandbox makes its repository of`,
      );
    }
  }
}

/** True if the sandbox is on. */
export function isSandboxEnabled(config: Config): boolean {
  return config.getOptionalBoolean('sandbox.enabled') ?? false;
}

/** Reads the settings. Throws InputError where one cannot be used. */
export function readSandboxConfig(config: Config): SandboxConfig {
  const port = config.getOptionalNumber('sandbox.kubernetes.port') ?? 7090;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InputError(`sandbox.kubernetes.port is no port: ${port}`);
  }
  const example = config.getOptionalString('sandbox.example');
  return {
    enabled: isSandboxEnabled(config),
    directory: resolve(
      config.getOptionalString('sandbox.directory') ??
        join(tmpdir(), 'stagecraft-sandbox'),
    ),
    keep: config.getOptionalBoolean('sandbox.keep') ?? false,
    example: example ? resolve(example) : findExample(process.cwd()),
    readyAfterMs: config.has('sandbox.readyAfter')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'sandbox.readyAfter' }),
        )
      : 4_000,
    port,
    token: config.getOptionalString('sandbox.kubernetes.token') ?? 'sandbox',
  };
}
