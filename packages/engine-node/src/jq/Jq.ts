import {
  DriftInput,
  JqAnswer,
  JqPath,
  JqQuestion,
  jqQuestion,
} from '@stagecraft/engine';
import { JqWorker } from './JqWorker';
import { readOutput, Selection } from './readOutput';

/** As long as Argo CD gives its own jq. */
const TIMEOUT_MS = 1_000;

/** Errors of an expression itself; all others are about one object. */
const WRONG_EXPRESSION = /^Invalid path expression/;

function pathsOf(selection: Selection): readonly JqPath[] {
  return selection.state === 'paths' ? selection.paths : [];
}

function toAnswer(desired: Selection, live: Selection): JqAnswer {
  for (const { state, reason } of [desired, live].map(side => ({
    state: side.state,
    reason: side.state === 'error' ? side.reason : '',
  }))) {
    if (state === 'error' && WRONG_EXPRESSION.test(reason)) {
      return { state: 'failed', reason: `jq says: ${reason}` };
    }
  }
  return { state: 'selected', desired: pathsOf(desired), live: pathsOf(live) };
}

/**
 * Answers the jq expressions of ignore rules. jq runs in a thread that is
 * ended when one expression takes longer than a second; the next one gets a
 * new thread. Nothing is started before the first question.
 */
export class Jq {
  readonly #timeoutMs: number;
  #worker?: JqWorker;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: { timeoutMs?: number } = {}) {
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /**
   * The inputs with their `jq` filled in, where their rules need it. An
   * expression that fails or takes too long becomes an answer that says so.
   */
  async prepare(inputs: readonly DriftInput[]): Promise<DriftInput[]> {
    const questions = inputs.map(input => jqQuestion(input));
    const asked = questions.filter(question => question !== undefined);
    const answers = asked.length > 0 ? await this.answer(asked) : [];
    const byQuestion = new Map(asked.map((item, at) => [item, answers[at]]));
    return inputs.map((input, at) => {
      const question = questions[at];
      return question ? { ...input, jq: byQuestion.get(question) } : input;
    });
  }

  /** One map per question, from expression to answer. */
  async answer(
    questions: readonly JqQuestion[],
  ): Promise<ReadonlyMap<string, JqAnswer>[]> {
    const turn = this.#last.then(() => this.#answerAll(questions));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    await this.#worker?.close();
    this.#worker = undefined;
  }

  async #answerAll(questions: readonly JqQuestion[]) {
    const answers = questions.map(() => new Map<string, JqAnswer>());
    const expressions = new Set(questions.flatMap(item => item.expressions));
    for (const expression of expressions) {
      const asking = questions.flatMap((question, at) =>
        question.expressions.includes(expression) ? [at] : [],
      );
      const objects = asking.flatMap(at => [
        questions[at].desired,
        questions[at].live,
      ]);
      const result = await this.#select(expression, JSON.stringify(objects));
      asking.forEach((at, position) => {
        answers[at].set(
          expression,
          Array.isArray(result)
            ? toAnswer(result[2 * position], result[2 * position + 1])
            : { state: 'failed', reason: result.reason },
        );
      });
    }
    return answers;
  }

  async #select(
    expression: string,
    inputs: string,
  ): Promise<Selection[] | { reason: string }> {
    this.#worker ??= new JqWorker();
    try {
      const task = { expression, inputs };
      const output = await this.#worker.ask(task, this.#timeoutMs);
      if (output.state === 'done') return readOutput(output.text);
      return { reason: `jq says: ${firstLine(output.reason)}` };
    } catch (error) {
      const spent = this.#worker;
      this.#worker = undefined;
      await spent.close();
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

function firstLine(text: string): string {
  const line = text
    .split('\n')
    .map(item => item.replace(/^jq: error: /, '').trim())
    .find(item => item !== '' && !item.startsWith('Non-zero exit code'));
  return (line ?? 'it gave no reason').replace(/ \(Unix shell.*$/, '.');
}
