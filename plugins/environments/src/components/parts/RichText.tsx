import { ui } from '../../styles';
import styles from './RichText.module.css';

const PIECES = /(\*\*[^*]+\*\*|`[^`]+`)/;

function piece(text: string, index: number) {
  if (text.startsWith('**') && text.length > 4) {
    return (
      <b key={index} className={ui.strong}>
        {text.slice(2, -2)}
      </b>
    );
  }
  if (text.startsWith('`') && text.length > 2) {
    return (
      <code key={index} className={ui.mono}>
        {text.slice(1, -1)}
      </code>
    );
  }
  return text;
}

/**
 * The description of a request: paragraphs, bold words and code, which is all
 * that a plan writes. Everything else is shown as it was typed.
 */
export function RichText(props: { text: string }) {
  const paragraphs = props.text.split(/\n{2,}/).filter(p => p.trim() !== '');
  return (
    <div className={styles.text}>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph.split(PIECES).map(piece)}</p>
      ))}
    </div>
  );
}
