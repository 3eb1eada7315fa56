import { Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SERVICE_ANNOTATION } from '@stagecraft/plugin-environments-common';

/** The service in the repository that an entity stands for. */
export function serviceOf(entity: Entity): string {
  return (
    entity.metadata.annotations?.[SERVICE_ANNOTATION]?.trim() ||
    entity.metadata.name
  );
}

/** The entity on whose page we are, and its service. */
export function useService(): { entity: Entity; service: string } {
  const { entity } = useEntity();
  return { entity, service: serviceOf(entity) };
}
