import { ENVIRONMENT_LABELS, gateRules } from './rules';

const ORDER = ['dev', 'staging', 'production'];

describe('gateRules', () => {
  it('asks for approval before the last environment when nothing is configured', () => {
    const rules = (environment: string) =>
      Object.keys(gateRules({ overrides: [] }, environment, ORDER));
    expect(rules('staging')).toEqual(['exists', 'schema']);
    expect(rules('production')).toEqual(['exists', 'schema', 'approval']);
  });

  it('lets an environment say otherwise, gate by gate', () => {
    const config = {
      overrides: ['spec.size'],
      gates: {
        '*': { exists: { overrides: ['spec.a'] }, approval: { required: 1 } },
        production: { approval: { required: 2 } },
      },
    };
    expect(gateRules(config, 'production', ORDER)).toEqual({
      exists: { overrides: ['spec.a', 'spec.size', ...ENVIRONMENT_LABELS] },
      approval: { required: 2 },
    });
    expect(gateRules(config, 'dev', ORDER).approval).toEqual({ required: 1 });
    expect(gateRules({ overrides: [], gates: {} }, 'dev', ORDER)).toEqual({});
  });
});
