import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

// Starting Node and translating the sources takes its time on a busy machine.
jest.setTimeout(60_000);

describe('bin/stagecraft', () => {
  const bin = resolve(__dirname, '../bin/stagecraft');
  const fixtures = resolve(
    __dirname,
    '../../engine/src/__fixtures__/cases/health.yaml',
  );

  it('runs from its sources and passes the exit code on', () => {
    const good = spawnSync(process.execPath, [bin, 'cases', fixtures], {
      encoding: 'utf8',
    });
    expect(good.stderr).toBe('');
    expect(good.stdout).toMatch(/^\d+ passed, 0 failed\n$/);
    expect(good.status).toBe(0);
    const wrong = spawnSync(process.execPath, [bin, 'cases', 'missing.yaml'], {
      encoding: 'utf8',
    });
    expect(wrong.stdout).toContain('FAIL missing.yaml');
    expect(wrong.status).toBe(1);
  });

  it('ends quietly when nobody reads on', () => {
    const examples = resolve(__dirname, '../../../examples');
    const { stdout, stderr } = spawnSync(
      '/bin/sh',
      [
        '-c',
        '"$0" "$1" cases "$2" "$2" missing.yaml | head -n 0; echo',
        process.execPath,
        bin,
        fixtures,
      ],
      { encoding: 'utf8', cwd: examples },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '\n', stderr: '' });
  });
});
