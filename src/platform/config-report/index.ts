export { ConfigReportModule } from './config-report.module';
