/** Words of the form for a new claim. */
export const claim = {
  reading: 'Reading the definition of {{kind}} from the repository',
  unknownKind:
    'The repository defines no {{kind}}. It defines {{kinds}}. Ask the platform team.',
  none: 'nothing that can be asked for',
  definedIn: 'As {{file}} defines it.',
} as const;
