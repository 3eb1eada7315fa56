import { formSchema, withoutEmpty } from './formSchema';

describe('formSchema', () => {
  it('asks for what is required, and not for parts of what is optional', () => {
    const rollout = {
      type: 'object',
      required: ['type'],
      properties: { type: { type: 'string' } },
    };
    const schema = {
      type: 'object',
      required: ['size', 'network'],
      properties: {
        size: { type: 'string' },
        rollout,
        network: {
          type: 'object',
          required: ['cidr'],
          properties: { cidr: { type: 'string' } },
        },
      },
    };
    expect(formSchema(schema)).toEqual({
      ...schema,
      properties: {
        ...schema.properties,
        rollout: { type: 'object', properties: rollout.properties },
      },
    });
  });
});

describe('withoutEmpty', () => {
  it.each([
    [{ size: 'small', rollout: { steps: [] } }, { size: 'small' }],
    [{ size: undefined, backup: false }, { backup: false }],
    [
      { replicas: 0, name: '' },
      { replicas: 0, name: '' },
    ],
    [
      { rollout: { type: 'canary', steps: [] } },
      { rollout: { type: 'canary' } },
    ],
  ])('%j becomes %j', (filled, kept) => {
    expect(withoutEmpty(filled)).toEqual(kept);
  });
});
