import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import validator from '@rjsf/validator-ajv8';
import { environmentsApiRef } from '../../api';
import type { ClaimParametersOptions } from './ClaimParameters';

/**
 * Checks the parameters against the XRD before the next step. The backend
 * checks them again when the request is opened.
 */
export const validateClaimParameters: CustomFieldValidator<
  JsonObject,
  ClaimParametersOptions
> = async (value, field, { apiHolder, uiSchema }) => {
  const api = apiHolder.get(environmentsApiRef);
  const wanted = uiSchema?.['ui:options']?.kind;
  const kinds = await api?.listClaimKinds();
  const claimKind = kinds?.items.find(item => item.kind === wanted);
  if (!claimKind) {
    return;
  }
  const { errors } = validator.validateFormData(
    value ?? {},
    claimKind.parameters,
  );
  for (const error of errors) {
    const path = (error.property ?? '').replace(/^\./, '');
    field.addError([path, error.message].filter(Boolean).join(' '));
  }
};
