import { BgProvider, ButtonIcon, ButtonLink } from '@backstage/ui';
import { Entity } from '@backstage/catalog-model';
import { RiFileCopyLine } from '@remixicon/react';
import {
  FileDiff,
  RepositoryState,
  SERVICE_ANNOTATION,
} from '@stagecraft/plugin-environments-common';
import { useNotify, useT } from '../../hooks';
import { ui } from '../../styles';
import { DiffView } from '../parts';
import styles from './ConnectService.module.css';

const EDIT_URL = 'backstage.io/edit-url';

/** The lines that a catalog file needs, as a difference against what it has. */
export function missingLines(entity: Entity, service: string): FileDiff {
  const annotated = Object.keys(entity.metadata.annotations ?? {}).some(
    // Annotations that the catalog adds by itself are not in the file.
    name => !name.startsWith('backstage.io/'),
  );
  const line = `    ${SERVICE_ANNOTATION}: ${service}`;
  const head = annotated
    ? [{ type: 'context' as const, text: '  annotations:' }]
    : [
        { type: 'context' as const, text: `  name: ${entity.metadata.name}` },
        { type: 'added' as const, text: '  annotations:' },
      ];
  return {
    path: 'catalog-info.yaml',
    status: 'changed',
    added: annotated ? 1 : 2,
    removed: 0,
    hunks: [[...head, { type: 'added', text: line }]],
  };
}

/** No environment was found: what was looked for, and the lines that connect the service. */
export function ConnectService(props: {
  entity: Entity;
  service: string;
  repository?: RepositoryState;
}) {
  const t = useT();
  const notify = useNotify();
  const { entity, service, repository } = props;
  const file = missingLines(entity, service);
  const editUrl = entity.metadata.annotations?.[EDIT_URL];
  const copy = async () => {
    const added = file.hunks[0].filter(line => line.type === 'added');
    await navigator.clipboard.writeText(
      added.map(line => line.text).join('\n'),
    );
    notify(t('environments.connect.copied'));
  };
  return (
    <BgProvider bg="neutral-1">
      <section className={`${ui.card} ${styles.connect}`}>
        <h2>{t('environments.connect.title', { service })}</h2>
        <p>
          {repository && (
            <>
              {t('environments.connect.looked')} <b>{repository.name}</b>
              {'. '}
            </>
          )}
          {t('environments.connect.found', { service })}
        </p>
        <DiffView
          file={file}
          actions={
            <ButtonIcon
              size="small"
              variant="tertiary"
              className={ui.tightIcon}
              icon={<RiFileCopyLine />}
              aria-label={t('environments.connect.copy')}
              onPress={copy}
            />
          }
        />
        {editUrl && (
          <div>
            <ButtonLink size="small" variant="primary" href={editUrl}>
              {t('environments.connect.edit')}
            </ButtonLink>
          </div>
        )}
      </section>
    </BgProvider>
  );
}
