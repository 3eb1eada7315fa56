import {
  ComparedResource,
  Comparison,
} from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import styles from './CompareView.module.css';
import { GroupHead } from './GroupHead';
import { ShadowedStrip } from './ShadowedStrip';
import { YamlPair } from './YamlPair';

interface GroupProps {
  resource: ComparedResource;
  comparison: Comparison;
}

function YamlGroup(props: GroupProps) {
  const { resource } = props;
  const t = useT();
  const [open, setOpen] = useState(true);
  return (
    <section
      className={`${ui.card} ${styles.groups}`}
      aria-label={t('compare.group', {
        resource: resource.name,
        kind: resource.kind,
      })}
    >
      <GroupHead {...props} open={open} onToggle={() => setOpen(!open)} />
      {open && (
        <>
          {resource.shadowed.map(shadow => (
            <ShadowedStrip
              key={`${shadow.environment} ${shadow.shadowed.file}`}
              shadow={shadow}
            />
          ))}
          <YamlPair {...props} />
        </>
      )}
    </section>
  );
}

/** Every resource as a card with both sides as YAML. */
export function YamlGroups(props: {
  resources: ComparedResource[];
  comparison: Comparison;
}) {
  return (
    <>
      {props.resources.map(resource => (
        <YamlGroup
          key={resource.resource}
          resource={resource}
          comparison={props.comparison}
        />
      ))}
    </>
  );
}
