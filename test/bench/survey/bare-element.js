// The least a form of these questions can be: what `<dvc-survey>` is measured against. `QUESTIONS` is put in its place.
class BareSurvey extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent =
      ':host{display:block;font:16px/1.5 sans-serif}fieldset{margin:24px 0;border:0}legend{font-weight:600}label{display:block;min-height:44px}';
    const form = document.createElement('form');
    for (const { code, title, options } of QUESTIONS) {
      const group = document.createElement('fieldset');
      const legend = document.createElement('legend');
      legend.textContent = title;
      group.append(legend);
      for (const [value, text] of options) {
        const label = document.createElement('label');
        const input = document.createElement('input');
        Object.assign(input, { type: 'radio', name: code, value });
        label.append(input, text);
        group.append(label);
      }
      if (!options.length) group.append(document.createElement('textarea'));
      form.append(group);
    }
    const send = document.createElement('button');
    send.textContent = 'Gửi phiếu';
    form.append(send);
    root.append(style, form);
  }
}
customElements.define('bare-survey', BareSurvey);
