const { builtinModules } = require('node:module');
const { arrows, house, settings } = require('../../scripts/arrows');

const base = ['fields', 'errors.ts'];
const diff = [...base, 'manifests', 'diff'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Pure: what the engine needs, it is given.
  restrictedImports: [
    ...builtinModules,
    ...builtinModules.map(name => `node:${name}`),
  ],
  settings,
  rules: {
    ...house,
    ...arrows('packages/engine/src', {
      fields: ['errors.ts'],
      manifests: base,
      layout: diff,
      diff: [...base, 'manifests'],
      parity: diff,
      drift: diff,
      health: base,
      schema: [...base, 'manifests'],
      promotion: diff,
      gates: [...diff, 'promotion', 'parity', 'health', 'schema'],
    }),
  },
  overrides: [
    {
      files: ['**/*.test.ts', 'src/__fixtures__/**', 'src/testing/**'],
      rules: {
        'no-restricted-imports': 'off',
        'import/no-restricted-paths': 'off',
      },
    },
  ],
});
