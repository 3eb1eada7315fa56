const { house, testsAreFree } = require('../../scripts/arrows');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: house,
  overrides: [testsAreFree],
});
