// Runs jq, which is synchronous WebAssembly, where it can be ended.
const { parentPort } = require('node:worker_threads');
const loading = require('jq-web');

/** All inputs go to one call: jq compiles its program anew each time. */
function program(expression) {
  return `map(try [path(${expression})] catch {error: tostring})`;
}

function answer(jq, { inputs, expression }) {
  try {
    const text = jq.raw(inputs, program(expression), ['-c']);
    if (typeof text === 'string') return { state: 'done', text };
    return { state: 'failed', reason: 'it gave no answer.' };
  } catch (error) {
    return { state: 'failed', reason: String(error?.stderr || error?.message) };
  }
}

loading.then(jq => {
  parentPort.on('message', task => parentPort.postMessage(answer(jq, task)));
  parentPort.postMessage({ state: 'ready' });
});
