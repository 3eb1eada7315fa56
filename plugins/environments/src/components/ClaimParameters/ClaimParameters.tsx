import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import { Alert, Skeleton, Text } from '@backstage/ui';
import { useEffect, useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { environmentsApiRef } from '../../api';
import { useT } from '../../hooks/useT';
import { formSchema, withoutEmpty } from './formSchema';

/** Options of the field: the kind whose definition makes the form. */
export interface ClaimParametersOptions {
  kind?: string;
}

/**
 * The part of a template's form that an XRD in the repository defines: its
 * parameters, with their defaults, choices and limits.
 */
export function ClaimParameters(
  props: FieldExtensionComponentProps<JsonObject, ClaimParametersOptions>,
) {
  const { registry, formData, onChange, uiSchema } = props;
  const wanted = uiSchema['ui:options']?.kind ?? '';
  const api = useApi(environmentsApiRef);
  const t = useT();
  const kinds = useAsync(() => api.listClaimKinds(), [api]);
  const claimKind = kinds.value?.items.find(item => item.kind === wanted);

  const { schemaUtils } = registry;
  const schema = useMemo(
    () => claimKind && formSchema(claimKind.parameters as JsonObject),
    [claimKind],
  );
  // The form starts an object empty rather than undefined.
  const untouched = Object.keys(formData ?? {}).length === 0;
  useEffect(() => {
    if (schema && untouched) {
      const defaults = withoutEmpty(
        schemaUtils.getDefaultFormState(schema, {}) as JsonObject,
      );
      if (Object.keys(defaults).length > 0) {
        onChange(defaults);
      }
    }
  }, [schema, untouched, onChange, schemaUtils]);

  if (kinds.loading) {
    return (
      <Skeleton
        height={120}
        aria-label={t('claim.reading', { kind: wanted })}
      />
    );
  }
  if (kinds.error) {
    return <Alert status="danger" title={kinds.error.message} />;
  }
  if (!claimKind || !schema) {
    const known = kinds.value?.items.map(item => item.kind).join(', ');
    return (
      <Alert
        status="danger"
        title={t('claim.unknownKind', {
          kind: wanted,
          kinds: known || t('claim.none'),
        })}
      />
    );
  }
  const { SchemaField } = registry.fields;
  return (
    <>
      <SchemaField
        {...props}
        schema={schema}
        uiSchema={{}}
        formData={formData ?? {}}
        onChange={(value, ...rest) =>
          onChange(value && withoutEmpty(value), ...rest)
        }
      />
      <Text variant="body-small" color="secondary">
        {t('claim.definedIn', { file: claimKind.origin.file })}
      </Text>
    </>
  );
}
