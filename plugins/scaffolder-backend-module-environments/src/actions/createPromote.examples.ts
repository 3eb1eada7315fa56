import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const promoteExamples: TemplateExample[] = [
  {
    description: 'Promote everything of a service from dev to staging',
    example: stringify({
      steps: [
        {
          id: 'promote',
          action: 'environments:promote',
          name: 'Promote user-service to staging',
          input: { service: 'user-service', from: 'dev', to: 'staging' },
        },
      ],
    }),
  },
  {
    description: 'Promote one resource, and decide a field that both changed',
    example: stringify({
      steps: [
        {
          id: 'promote',
          action: 'environments:promote',
          name: 'Promote the settings to staging',
          input: {
            service: 'user-service',
            from: 'dev',
            to: 'staging',
            resources: ['ConfigMap/user-service-config'],
            decisions: [
              {
                resource: 'ConfigMap/user-service-config',
                path: 'data.SESSION_TTL',
                choose: 'source',
              },
            ],
          },
        },
      ],
    }),
  },
];
