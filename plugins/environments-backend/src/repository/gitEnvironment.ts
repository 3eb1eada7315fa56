import os from 'node:os';

/** Variables of this process that Git and its transports may see. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'SSH_AUTH_SOCK',
  'GIT_SSH_COMMAND',
  // The one door for an operator's own Git configuration, e.g. safe.directory.
  'GIT_CONFIG_GLOBAL',
];

/**
 * The environment in which every Git process runs: no prompts, no
 * configuration of the machine, English messages, so that the same repository
 * gives the same answers everywhere.
 */
export function gitEnvironment(
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const environment: Record<string, string> = {
    HOME: os.tmpdir(),
    GIT_CONFIG_GLOBAL: os.devNull,
  };
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return {
    ...environment,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: environment.GIT_SSH_COMMAND ?? 'ssh -oBatchMode=yes',
    ...extra,
  };
}

/**
 * Configuration for one Git process, passed by environment: unlike `-c` it is
 * not in the process list.
 */
export function gitConfigVariables(
  settings: ReadonlyArray<readonly [string, string]>,
): Record<string, string> {
  const variables: Record<string, string> = {
    GIT_CONFIG_COUNT: String(settings.length),
  };
  settings.forEach(([key, value], index) => {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return variables;
}
