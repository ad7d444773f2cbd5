export default definePageConfig({ navigationBarTitleText: '代缴记录' });
