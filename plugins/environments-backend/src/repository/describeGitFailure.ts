import { RepositoryError, RepositoryErrorCode } from './RepositoryError';

/** Git's own words, in English because of LC_ALL=C, and what they mean. */
const MEANINGS: ReadonlyArray<readonly [RegExp, RepositoryErrorCode, string]> =
  [
    [
      /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists/i,
      'moved',
      'the branch has moved',
    ],
    [
      /\[remote rejected\]|pre-receive hook declined|protected branch/i,
      'refused',
      'the remote declined the push',
    ],
    [
      /Authentication failed|could not read (Username|Password)|HTTP Basic: Access denied|Permission denied|returned error: 40[13]|terminal prompts disabled/i,
      'denied',
      'the remote wants other credentials',
    ],
    [
      /not appear to be a git repository|not a git repository|returned error: 404|repository .* not found|does not exist/i,
      'notARepository',
      'there is no Git repository',
    ],
    [
      /Could not resolve host|unable to access|Connection (refused|timed out|reset)|Failed to connect|Network is unreachable|early EOF|hung up unexpectedly|Could not read from remote/i,
      'unreachable',
      'the remote does not answer',
    ],
    [
      /couldn't find remote ref|Remote branch .* not found/i,
      'missingBranch',
      'there is no such branch',
    ],
    [
      /bad object|Not a valid object name|unknown revision|bad revision|unable to read|invalid object/i,
      'missingObject',
      'the commit is not known',
    ],
    [
      /Invalid path|is outside repository|strange (pathname|hostname).*blocked/i,
      'unsafe',
      'the name is not safe',
    ],
  ];

const MAX_WORDS = 400;

/** Takes user names, passwords and given secrets out of a text. */
export function withoutCredentials(
  text: string,
  secrets: readonly string[] = [],
): string {
  let clean = text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, '$1');
  for (const secret of secrets) {
    if (secret.length > 3) clean = clean.split(secret).join('[hidden]');
  }
  return clean.replace(/(authorization:\s*)\S.*/gi, '$1[hidden]');
}

/** The most telling line of what Git wrote to stderr. */
function lastWords(stderr: string): string {
  const lines = stderr
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('hint:'));
  const telling = lines.filter(line => /^(fatal|error|remote|!)/.test(line));
  return (telling.length > 0 ? telling : lines).join(' ').slice(0, MAX_WORDS);
}

/** Turns what Git wrote to stderr into an error people and programs can use. */
export function describeGitFailure(
  doing: string,
  stderr: string,
  secrets: readonly string[] = [],
): RepositoryError {
  const clean = withoutCredentials(stderr, secrets);
  const meaning = MEANINGS.find(([words]) => words.test(clean));
  const [, code, sentence] = meaning ?? [
    undefined,
    'failed' as const,
    'git failed',
  ];
  const words = lastWords(clean);
  return new RepositoryError(
    code,
    `Cannot ${doing}: ${sentence}${words ? ` (${words})` : ''}`,
  );
}
