import { texts } from '../language.ts';
import tokens from '../ui/tokens.css?inline';
import look from './teach.css?inline';

const say = texts(
  {
    point: 'Bấm vào tiêu đề hoặc ô của cột muốn dạy. Trang không nhận lần bấm này. Esc để thôi.',
    personal: 'Cột này có thông tin cá nhân. Phần mềm không đọc.',
    frame: 'Khung này thuộc địa chỉ khác, không đọc được từ trang này. Mở khung ở một thẻ riêng rồi bật ở đó.',
    nothing: 'Chỗ này không thuộc danh sách nào. Bấm vào một ô của danh sách.',
  },
  {
    point: 'Press a header or a cell of the column to teach. The page does not get this press. Esc to stop.',
    personal: 'This column holds personal data. It is not read.',
    frame:
      'This frame belongs to another site and cannot be read from here. Open it in a tab of its own and enable it there.',
    nothing: 'This is in no list. Press a cell of the list.',
  },
);

export type Hint = Parameters<typeof say>[0];

export interface TeachLayer {
  readonly element: HTMLElement;
  /** Says `hint` and draws around the boxes, in pixels of the window. */
  readonly show: (hint: Hint, boxes: readonly DOMRect[]) => void;
  readonly remove: () => void;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Lies over the whole page while the officer points, in a layer of its own: the page below gets no press and no node is changed. */
export function makeTeachLayer(): TeachLayer {
  const element = document.createElement('dvc-teach');
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, look].map(sheetOf);
  const shield = document.createElement('div');
  shield.className = 'shield';
  const boxes = document.createElement('div');
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  shield.append(boxes, words);
  root.append(shield);
  document.documentElement.append(element);
  // Above the host's own dialogs too, where the browser has a layer for that.
  shield.popover = 'manual';
  shield.showPopover?.();
  const show: TeachLayer['show'] = (hint, rects) => {
    if (words.textContent !== say(hint)) words.textContent = say(hint);
    shield.classList.toggle('refused', hint !== 'point');
    boxes.replaceChildren(
      ...rects.map(({ left, top, width, height }) => {
        const box = document.createElement('div');
        box.className = 'box';
        Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
        return box;
      }),
    );
  };
  show('point', []);
  return { element, show, remove: () => element.remove() };
}
