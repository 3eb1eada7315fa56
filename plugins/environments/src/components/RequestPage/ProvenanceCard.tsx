import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { RichText } from '../parts';
import styles from './RequestPage.module.css';

/** Description and trailers as the merge commit carries them. */
export function ProvenanceCard(props: { request: ChangeRequest }) {
  const { description, trailers } = props.request;
  const t = useT();
  return (
    <section className={ui.card} aria-labelledby="request-provenance">
      <div className={styles.cardHead}>
        <h2 id="request-provenance" className={ui.heading}>
          {t('request.provenance.title')}
        </h2>
      </div>
      <div className={styles.cardBody}>
        {description && <RichText text={description} />}
        <pre className={styles.trailers}>{trailers.join('\n')}</pre>
      </div>
    </section>
  );
}
