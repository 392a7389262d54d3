export { CopySettings } from './copy-settings.tsx';
export { CopyStatus } from './copy-status.tsx';
export { HealthBanner } from './health-banner.tsx';
export { saveCopy } from './copies.ts';
