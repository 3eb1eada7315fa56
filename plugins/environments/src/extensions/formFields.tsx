import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

export const claimParametersField = FormFieldBlueprint.make({
  name: 'claim-parameters',
  params: {
    field: async () => {
      const { ClaimParameters, validateClaimParameters } = await import(
        '../components/ClaimParameters'
      );
      return createFormField({
        name: 'ClaimParameters',
        component: ClaimParameters,
        validation: validateClaimParameters,
      });
    },
  },
});
