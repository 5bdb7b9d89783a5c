// Jenkinsfile, for a multibranch pipeline. In its Git source, discover pull requests as merged with the target branch,
// so that this branch is there too, and leave "shallow clone" off.
pipeline {
  agent { docker { image 'node:24' } }
  triggers { cron(env.BRANCH_NAME == 'main' ? 'H 6 * * *' : '') }
  environment {
    PLANDUE = 'git+https://example.org/OWNER/plandue.git'    // where you keep plandue
  }
  stages {
    stage('plandue') {
      when {
        anyOf {
          changeRequest()                      // the change gate
          triggeredBy 'TimerTrigger'           // the time gate, daily
          triggeredBy cause: 'UserIdCause'
        }
      }
      steps {
        sh '''
          export HOME="$WORKSPACE_TMP"    # the user of the container has none
          npm install --prefix "$HOME/plandue" --no-audit --no-fund "$PLANDUE"
          export PATH="$HOME/plandue/node_modules/.bin:$PATH"
          plandue check ${CHANGE_TARGET:+"--base=origin/$CHANGE_TARGET"} --format plain --format junit=plandue-junit.xml
        '''
      }
      post {
        always { junit testResults: 'plandue-junit.xml', allowEmptyResults: true }
      }
    }
  }
}
