const { house, settings } = require('../../scripts/arrows');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings,
  rules: {
    ...house,
    // Never published, so all it needs is a development dependency.
    '@backstage/no-undeclared-imports': 'off',
  },
});
