import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { ClaimDescription } from './claims';

export function claimExamples(claim: ClaimDescription): TemplateExample[] {
  return [
    {
      description: `Ask for a ${claim.noun} in dev`,
      example: stringify({
        steps: [
          {
            id: 'claim',
            action: claim.id,
            name: `Ask for a ${claim.noun}`,
            input: {
              service: 'user-service',
              environment: 'dev',
              ...claim.example,
            },
          },
        ],
      }),
    },
  ];
}
