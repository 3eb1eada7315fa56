import { ButtonIcon } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import styles from './SandboxPage.module.css';

/** A line for a terminal, with what it is for. */
export function CommandLine(props: { title: string; command: string }) {
  const { title, command } = props;
  return (
    <div className={styles.command}>
      <span className={styles.commandTitle}>{title}</span>
      <code className={styles.code}>{command}</code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiFileCopyLine />}
        aria-label={`Copy: ${title}`}
        onPress={() => navigator.clipboard.writeText(command)}
      />
    </div>
  );
}
