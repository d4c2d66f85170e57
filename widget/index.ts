import { networkBack } from './deliver.ts';
import { DvcSurvey } from './dvc-survey.ts';

// A page may carry this script twice, in two versions; the first one stays.
if (!customElements.get('dvc-survey')) {
  customElements.define('dvc-survey', DvcSurvey);
  addEventListener('online', networkBack);
}
