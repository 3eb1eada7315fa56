const {
  arrows,
  house,
  settings,
  testsAreFree,
} = require('../../scripts/arrows');

const files = ['config.ts', 'database.ts', 'values'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings,
  rules: {
    ...house,
    ...arrows('plugins/environments-backend/src', {
      repository: files,
      clusters: files,
      ledger: files,
      planning: [...files, 'repository'],
      changes: [...files, 'planning', 'repository'],
      // The only room that puts the others together.
      environments: [
        ...files,
        'repository',
        'clusters',
        'ledger',
        'changes',
        'planning',
      ],
      permissions: ['environments'],
      actions: ['environments'],
      refresh: [...files, 'clusters', 'environments', 'ledger', 'repository'],
    }),
  },
  overrides: [testsAreFree],
});
