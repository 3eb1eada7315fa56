// The arrows between rooms, as an ESLint rule: a room imports only the rooms
// that are listed for it. A new arrow is a decision; docs/architecture.md has
// the reasons.

/**
 * @param {string} base  folder that holds the rooms, relative to the repository
 * @param {Record<string, string[]>} rooms  room -> rooms that it may import
 */
function arrows(base, rooms) {
  const names = Object.keys(rooms);
  const zones = names.map(room => ({
    target: `${base}/${room}`,
    from: base,
    except: [room, ...rooms[room]].map(name => `./${name}`),
    message: `${room} may only import ${
      rooms[room].join(', ') || 'nothing outside itself'
    }; see docs/architecture.md`,
  }));
  return {
    'import/no-restricted-paths': [
      'error',
      { basePath: __dirname + '/..', zones },
    ],
  };
}

/** Rules that every package of this repository keeps. */
const house = {
  '@backstage/no-mixed-plugin-imports': 'error',
  'no-console': 'error',
};

/** How the rule finds the file behind an import; without it nothing is checked. */
const settings = {
  'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
};

/** Tests may reach across rooms, and run plugins together. */
const testsAreFree = {
  files: ['**/*.test.ts', '**/*.test.tsx', '**/__testUtils__/**', 'dev/**'],
  rules: {
    'import/no-restricted-paths': 'off',
    'no-restricted-imports': 'off',
    '@backstage/no-mixed-plugin-imports': 'off',
  },
};

module.exports = { arrows, house, settings, testsAreFree };
