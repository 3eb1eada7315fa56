// Starts portal and backend, and says where to click once both answer.
import { spawn } from 'node:child_process';

const PORTAL = 'http://localhost:3000';
const BACKEND = 'http://localhost:7007';
const POLL_MS = 1000;
const GIVE_UP_MS = 5 * 60_000;

const WHERE_TO_CLICK = `
  Stagecraft runs. Nothing here needs an account, a cluster or a network.

    Portal            ${PORTAL}
    See               ${PORTAL}/catalog/default/component/user-service/environments
    Compare           ${PORTAL}/catalog/default/component/user-service/environments/compare/dev/staging
    Promote           ${PORTAL}/catalog/default/component/user-service/environments?promote=dev..staging
    Ask for a Redis   ${PORTAL}/create
    All services      ${PORTAL}/environments
    Break production  ${PORTAL}/sandbox

  Sign in as Mira Holt to promote, and as Jonas Weber to approve.
  Stop with Ctrl+C.
`;

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function untilReady(child) {
  const started = Date.now();
  while (child.exitCode === null && Date.now() - started < GIVE_UP_MS) {
    const ready =
      (await answers(`${BACKEND}/.backstage/health/v1/readiness`)) &&
      (await answers(PORTAL));
    if (ready) {
      return true;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  return false;
}

const child = spawn(
  'backstage-cli',
  ['repo', 'start', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', code => process.exit(code ?? 1));

if (await untilReady(child)) {
  process.stdout.write(WHERE_TO_CLICK);
}
